#!/bin/sh
# Creates or updates Temporal's two databases. Runs before the server, every time; what is there already stays.
set -eu

schema=/etc/temporal/schema/postgresql/v12

sql_tool() {
  temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_SEEDS" -u "$POSTGRES_USER" -p "$DB_PORT" "$@"
}

for part in temporal visibility; do
  case $part in
    temporal) database=temporal ;;
    visibility) database=temporal_visibility ;;
  esac
  sql_tool --db "$database" create
  sql_tool --db "$database" setup-schema -v 0.0 || echo "$database has a schema already"
  sql_tool --db "$database" update-schema -d "$schema/$part/versioned"
done
