"""What is measured, against whom, and the last results: `python -m benchmarks [--full]`."""
