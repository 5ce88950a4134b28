"""How Sysloom is run: on this machine, in containers, on Kubernetes."""
