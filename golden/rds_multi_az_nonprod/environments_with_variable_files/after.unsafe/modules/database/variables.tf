variable "environment" {
  type = string
}

variable "db_multi_az" {
  description = "Keep a standby of the database in another availability zone"
  type        = bool
  default     = true
}
