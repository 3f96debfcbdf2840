variable "subnet_ids" {
  type = list(string)
}

variable "lake_bucket_arn" {
  description = "ARN of the data lake bucket"
  type        = string
}
