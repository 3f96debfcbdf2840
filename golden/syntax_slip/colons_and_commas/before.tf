-- Everything about the queue
resource "aws_sqs_queue" "jobs" {
  name: "jobs" # read by the worker
  delay_seconds = 5,
  tags = {
    Team: "web",
  }
}

resource "aws_sns_topic" "done" {
  name = "done
}
