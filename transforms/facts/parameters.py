"""Parameters of databases that only count after a restart, by engine.

From ``describe-engine-default-parameters`` (``ApplyType`` is ``static``) as the guides of RDS and Aurora have it, as of
2026-11-21: https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Appendix.PostgreSQL.CommonDBATasks.Parameters.html
and https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Reference.ParameterGroups.html. Only those
that are static in every version of the engine are listed.
"""

from __future__ import annotations

_POSTGRES = """
    autovacuum_freeze_max_age autovacuum_multixact_freeze_max_age cron.database_name huge_pages max_connections
    max_files_per_process max_locks_per_transaction max_logical_replication_workers max_pred_locks_per_transaction
    max_prepared_transactions max_replication_slots max_wal_senders max_worker_processes pg_stat_statements.max
    rds.logical_replication shared_buffers shared_preload_libraries superuser_reserved_connections
    track_activity_query_size track_commit_timestamp wal_buffers
"""
_MYSQL = """
    back_log ft_min_word_len innodb_autoinc_lock_mode innodb_buffer_pool_instances innodb_ft_max_token_size
    innodb_ft_min_token_size innodb_log_file_size innodb_purge_threads innodb_read_io_threads innodb_write_io_threads
    lower_case_table_names performance_schema skip_name_resolve table_open_cache_instances thread_stack
"""
_AURORA_MYSQL = """
    back_log binlog_format ft_min_word_len innodb_autoinc_lock_mode innodb_ft_max_token_size innodb_ft_min_token_size
    innodb_purge_threads innodb_read_io_threads innodb_write_io_threads lower_case_table_names performance_schema
    skip_name_resolve table_open_cache_instances thread_stack
"""
_STATIC = {
    "aurora-mysql": frozenset(_AURORA_MYSQL.split()),
    "aurora-postgresql": frozenset(_POSTGRES.split()),
    "mysql": frozenset(_MYSQL.split()),
    "postgres": frozenset(_POSTGRES.split()),
}


def is_static(family: str, parameter: str) -> bool:
    """Say whether *parameter* of a group of *family* (``postgres15``) only counts after a restart."""
    engine = family.rstrip("0123456789.")
    return parameter.lower() in _STATIC.get(engine, ())
