"""Runs audit's migrations."""

from shared.migrations import run_env

run_env()
