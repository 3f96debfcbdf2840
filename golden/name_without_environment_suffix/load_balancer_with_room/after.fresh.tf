provider "aws" {
  region = "eu-west-1"
}

variable "subnet_ids" {
  type = list(string)
}

variable "environment_suffix" {
  description = "Environment suffix appended to resource names to avoid collisions"
  type        = string
  default     = "dev"
}

resource "aws_lb" "shop" {
  name    = "shop-public-${var.environment_suffix}" # 32 characters at most
  subnets = var.subnet_ids
}

resource "aws_lb_target_group" "shop" {
  name        = "shop-web-${var.environment_suffix}"
  target_type = "lambda"
}
