"""The door: picks window or command line, nothing else."""

import sys
from multiprocessing import freeze_support

from ui.app import start

if __name__ == "__main__":
    # In the packed program a child process begins here too, and goes no further.
    freeze_support()
    sys.exit(start(sys.argv[1:]))
