"""What a question leaves to the turns before it, and how it is put back."""
