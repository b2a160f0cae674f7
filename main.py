"""The door: picks window or command line, nothing else."""

import sys

from ui.app import start

if __name__ == "__main__":
    sys.exit(start(sys.argv[1:]))
