"""Named places where a test may kill or freeze the process: `SYSLOOM_FAULT="relay.after_send:kill"`."""

import os
import signal

_PLACE, _, _ACTION = os.environ.get("SYSLOOM_FAULT", "").partition(":")
_SIGNALS = {"kill": signal.SIGKILL, "freeze": signal.SIGSTOP}


def reach(place: str) -> None:
    """Come to a named place; the process is killed or frozen here if the environment says so."""
    if place == _PLACE:
        os.kill(os.getpid(), _SIGNALS[_ACTION])
