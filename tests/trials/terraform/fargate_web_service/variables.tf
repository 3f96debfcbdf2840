variable "aws_region" {
  type    = string
  default = "eu-west-1"
}

variable "vpc_id" {
  description = "VPC that hosts the service"
  type        = string
}

variable "public_subnet_ids" {
  type = list(string)
}

variable "private_subnet_ids" {
  type = list(string)
}
