"""`python -m generator` is the command `banmian`."""

from .cli import main

if __name__ == "__main__":
    main(prog_name="banmian")
