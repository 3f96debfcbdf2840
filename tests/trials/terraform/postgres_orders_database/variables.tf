variable "vpc_id" {
  type = string
}

variable "database_subnet_ids" {
  description = "Subnets in at least two zones"
  type        = list(string)
}

variable "app_security_group_id" {
  type = string
}
