#!/bin/sh
# Temporal's own role beside the product's: neither can read the other's databases by accident.
set -eu

psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set password="$TEMPORAL_DB_PASSWORD" <<'SQL'
create role temporal login createdb password :'password';
SQL
