variable "db_snapshot_identifier" {
  description = "Snapshot that the database is made from"
  type        = string
  default     = "orders-2024-01-15"
}
