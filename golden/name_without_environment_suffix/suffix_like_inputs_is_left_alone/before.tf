provider "aws" {
  region = "eu-west-1"
}

variable "stage" {
  type = string
}

variable "deployment_id" {
  type = string
}

variable "resource_suffix" {
  type = string
}

variable "pr_number" {
  type = number
}

resource "aws_sqs_queue" "a" {
  name = "a-${var.stage}" # as good as an environment
}

resource "aws_sqs_queue" "b" {
  name = "b-${var.deployment_id}"
}

resource "aws_sqs_queue" "c" {
  name = "c-${var.resource_suffix}"
}

resource "aws_sqs_queue" "d" {
  name = "d-${var.pr_number}"
}
