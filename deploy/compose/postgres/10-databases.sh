#!/bin/bash
# A role and a database for each of its users, of the same name; nobody else may connect to it. Runs once, on an empty volume.
set -euo pipefail

database() {
  psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres \
    --set=name="$1" --set=password="$2" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
}

database intake "$ROSTRUM_POSTGRES_INTAKE_PASSWORD"
database processing "$ROSTRUM_POSTGRES_PROCESSING_PASSWORD"
database keycloak "$ROSTRUM_POSTGRES_KEYCLOAK_PASSWORD"
