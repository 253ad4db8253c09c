"""What the guidance tools say inside an answer: the gist of a fit, a plan, a comparison, a move, a search."""
