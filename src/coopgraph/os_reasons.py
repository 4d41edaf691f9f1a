"""Say in plain words, French and English, why the system refuses to read a file.

>>> explain_os_error(PermissionError(13, "Permission denied"))
('access is denied', 'l’accès est refusé')
"""

from __future__ import annotations

import errno
from typing import Final

__all__ = ["explain_os_error"]

_REASONS: Final = {
    errno.ENOENT: ("it does not exist", "il n’existe pas"),
    errno.EACCES: ("access is denied", "l’accès est refusé"),
    errno.EPERM: ("access is denied", "l’accès est refusé"),
    errno.EROFS: ("the disk is read-only", "le disque est en lecture seule"),
    errno.ENOSPC: ("the disk is full", "le disque est plein"),
    errno.EDQUOT: ("the disk quota is used up", "le quota de disque est épuisé"),
    errno.EEXIST: ("a file has this name", "un fichier porte ce nom"),
    errno.EBUSY: ("it is in use", "il est en cours d’utilisation"),
    errno.EISDIR: ("it is not a file", "ce n’est pas un fichier"),
    errno.ENOTDIR: (
        "a part of its path is not a folder",
        "une partie du chemin n’est pas un dossier",
    ),
    errno.ENAMETOOLONG: ("its name is too long", "son nom est trop long"),
    errno.EFBIG: ("the file is too large", "le fichier est trop grand"),
}


def explain_os_error(problem: OSError) -> tuple[str, str]:
    """Return why the system refused, in English and in French.

    >>> explain_os_error(FileNotFoundError(2, "No such file or directory"))
    ('it does not exist', 'il n’existe pas')
    """
    if problem.errno in _REASONS:
        return _REASONS[problem.errno]
    reason = problem.strerror or type(problem).__name__
    return reason, reason
