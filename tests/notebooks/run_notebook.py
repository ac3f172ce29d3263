"""Runs notebooks from top to bottom, as Jupyter does, against the server at CLAIMGRAPH_URL.

python run_notebook.py NOTEBOOK          prints it with its new outputs
python run_notebook.py --write NOTEBOOK  keeps them in the file
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

# Builds its cache of fonts here: in a cell it would say so among the outputs.
import matplotlib.font_manager  # noqa: F401
import nbformat
from nbclient import NotebookClient
from traitlets.config import Config


def executed(path: Path) -> nbformat.NotebookNode:
    notebook = nbformat.read(path, as_version=4)
    metadata = dict(notebook.metadata)
    with TemporaryDirectory() as folder:
        # Over files of this user, not over ports that others of this machine can reach.
        config = Config(KernelManager={"transport": "ipc", "ip": f"{folder}/kernel"})
        resources = {"metadata": {"path": str(path.parent)}}
        NotebookClient(notebook, config=config, timeout=120, record_timing=False, resources=resources).execute()
    # The kernel leaves its version here.
    notebook.metadata = nbformat.from_dict(metadata)
    return notebook


def main(arguments: list[str]) -> None:
    write = "--write" in arguments
    for path in (Path(argument) for argument in arguments if argument != "--write"):
        nbformat.write(executed(path), path if write else sys.stdout)


main(sys.argv[1:])
