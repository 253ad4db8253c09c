"""The commands of the guidance tools: thin doors that read options, call one tool and print."""
