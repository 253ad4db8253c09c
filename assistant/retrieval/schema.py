"""The tables of the corpus, which each index holds a copy of."""

from __future__ import annotations

__all__ = ["SCHEMA", "SCHEMA_VERSION"]

SCHEMA_VERSION = 1
SCHEMA = """
CREATE TABLE IF NOT EXISTS collections(id TEXT PRIMARY KEY, folder TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS files(
  id TEXT PRIMARY KEY, collection TEXT NOT NULL REFERENCES collections(id) ON DELETE CASCADE,
  sha256 TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS documents(
  id TEXT PRIMARY KEY, file TEXT NOT NULL REFERENCES files(id) ON DELETE CASCADE,
  title TEXT NOT NULL, kind TEXT NOT NULL, source TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS documents_of_file ON documents(file);
CREATE TABLE IF NOT EXISTS sources(id TEXT PRIMARY KEY, body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS chunks(
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  position INTEGER NOT NULL, jurisdiction TEXT, kind TEXT NOT NULL, body TEXT NOT NULL,
  sentence_vectors BLOB);
CREATE INDEX IF NOT EXISTS chunks_of_document ON chunks(document, position);
CREATE TABLE IF NOT EXISTS representations(
  id TEXT PRIMARY KEY, chunk TEXT NOT NULL REFERENCES chunks(id) ON DELETE CASCADE,
  text_key TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS representations_of_chunk ON representations(chunk);
CREATE TABLE IF NOT EXISTS statements(
  chunk TEXT NOT NULL REFERENCES chunks(id) ON DELETE CASCADE, sentence INTEGER NOT NULL,
  record TEXT NOT NULL, field TEXT NOT NULL, PRIMARY KEY (record, field, chunk, sentence));
CREATE TABLE IF NOT EXISTS records(
  id TEXT PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(id) ON DELETE CASCADE,
  body TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS vectors(key TEXT PRIMARY KEY, vector BLOB NOT NULL);
"""
