terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

resource "aws_launch_template" "main" {
  name = "web" # as before

  elastic_inference_accelerator {
    type = "eia1.medium"
  }
}
