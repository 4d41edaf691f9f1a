// The answer as the server sent it.
import { make, note } from '../dom.js';
import { words } from '../words.js';

const MOST = 100_000;

export function drawRaw(host, text) {
  const pre = make('pre', { tabindex: '0', role: 'region', 'aria-label': words.raw }, text.slice(0, MOST));
  host.replaceChildren(pre);
  if (text.length > MOST) host.append(note(words.truncated));
}
