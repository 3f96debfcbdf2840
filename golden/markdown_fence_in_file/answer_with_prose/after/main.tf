# Here is the queue that you asked for:

# Jobs wait here.
resource "aws_sqs_queue" "jobs" {
  name = "jobs" # one for all
}

# It keeps messages for four days.
