#!/bin/sh
# Make sure that a Chromium is on the machine: the pages are tested in a real browser, never skipped.
set -u
python="$1"
for name in chromium chromium-browser google-chrome google-chrome-stable; do
  if command -v "$name" >/dev/null 2>&1; then exit 0; fi
done
if [ -n "$("$python" -c 'from playwright.sync_api import sync_playwright as s
import os
with s() as p: print(p.chromium.executable_path if os.path.exists(p.chromium.executable_path) else "")' 2>/dev/null)" ]; then exit 0; fi
if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
  echo "Installing Debian's package chromium (needed by the browser tests) …"
  apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium fonts-dejavu-core >/dev/null && exit 0
fi
"$python" -m playwright install chromium && exit 0
echo "No Chromium was found and none could be installed. Install one, for example: sudo apt-get install chromium" >&2
echo "Aucun Chromium trouvé ni installable. En installer un, par exemple : sudo apt-get install chromium" >&2
exit 1
