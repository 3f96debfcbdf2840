# Jobs wait here.
resource "aws_sqs_queue" "jobs" {
  name          = var.team
  delay_seconds = 5 # a moment
}


variable "team" {
  type = string
}
