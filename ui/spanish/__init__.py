"""The words of ui/wording*.py in Spanish, file by file under the same names."""
