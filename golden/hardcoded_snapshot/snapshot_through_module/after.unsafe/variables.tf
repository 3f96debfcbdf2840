variable "db_snapshot_identifier" {
  description = "Snapshot that the database is made from"
  type        = string
  default     = null
}
