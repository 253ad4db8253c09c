"""An open connection -> the migration steps run on it. Alembic runs this file; migrate.py calls Alembic."""

from alembic import context

from assistant.conversations.tables import Base

context.configure(connection=context.config.attributes["connection"], target_metadata=Base.metadata)
context.run_migrations()
