"""``python -m coopgraph`` is ``coopgraph``."""

from coopgraph.cli import main

if __name__ == "__main__":
    main()
