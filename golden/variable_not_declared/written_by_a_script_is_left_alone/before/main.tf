provider "aws" {
  region = var.region
}

variable "region" {
  type = string
}

# started from the image that was just baked
resource "aws_instance" "worker" {
  ami           = var.worker_image
  instance_type = "t3.small"
}
