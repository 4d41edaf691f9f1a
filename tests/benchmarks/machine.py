"""The machine and the versions, described so that figures can be judged, and nothing more.

No host name, no path, no user.
"""

from __future__ import annotations

import os
import platform
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["describe_machine", "describe_versions"]

_LIBRARIES = ("pyoxigraph", "rdflib", "pyvis", "networkx", "jinja2")


def describe_machine() -> dict[str, str]:
    """Return cores, family of the processor, memory, system and load, where they are known."""
    described = {
        "cores": str(os.cpu_count() or "unknown"),
        "processor": _processor(),
        "memory": _memory(),
        "system": f"{platform.system()} {platform.machine()}",
    }
    if hasattr(os, "getloadavg"):
        described["load average at the end"] = f"{os.getloadavg()[0]:.1f}"
    return described


def describe_versions() -> dict[str, str]:
    """Return the versions of Python and of the libraries that are measured."""
    found = {"Python": platform.python_version()}
    for library in _LIBRARIES:
        try:
            found[library] = version(library)
        except PackageNotFoundError:
            found[library] = "not installed"
    return found


def _processor() -> str:
    fields = _fields(Path("/proc/cpuinfo"))
    if "vendor_id" in fields:
        return f"{fields['vendor_id']} family {fields.get('cpu family', 'unknown')}"
    return platform.machine()


def _memory() -> str:
    kilobytes = _fields(Path("/proc/meminfo")).get("MemTotal", "").split()
    return f"{int(kilobytes[0]) / 2**20:.0f} GiB" if kilobytes else "unknown"


def _fields(path: Path) -> dict[str, str]:
    lines = path.read_text(encoding="utf-8").splitlines() if path.is_file() else []
    pairs = (line.partition(":") for line in lines)
    return {name.strip(): value.strip() for name, _, value in pairs}
