#!/bin/sh
# Takes over the variables of a file, if one is named, and becomes the command.
set -eu
if [ -n "${SYSLOOM_ENV_FILE:-}" ]; then
    set -a
    . "$SYSLOOM_ENV_FILE"
    set +a
fi
exec "$@"
