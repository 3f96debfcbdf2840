locals {
  queue_name = var.queue_name # itself would be no answer
}

provider "aws" {
  region = "us-east-1"
}
