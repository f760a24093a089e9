"""Run the revisions on the connection that `storage.migrate` hands in; there is no ini file and no offline mode."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], render_as_batch=True)
with context.begin_transaction():
    context.run_migrations()
