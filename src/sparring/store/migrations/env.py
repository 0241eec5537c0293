"""What Alembic runs to migrate the connection it is given."""

from alembic import context

from sparring.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata, transactional_ddl=True)
context.run_migrations()
