"""What the library page shows, worked out from the index. Pure; no Streamlit."""
