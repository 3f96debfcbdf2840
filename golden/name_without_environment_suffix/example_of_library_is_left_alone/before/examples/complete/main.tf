provider "aws" {
  region = "eu-west-1"
}

module "queue" {
  source = "../../"
  name   = "example-queue"
}

resource "aws_sns_topic" "example" {
  name = "example-topic"
}
