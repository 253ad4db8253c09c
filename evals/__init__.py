"""How good the assistant is: cases, measures, benchmarks."""
