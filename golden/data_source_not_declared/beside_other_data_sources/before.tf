data "aws_ami" "web" {
  most_recent = true
}

# Logs of the account.
resource "aws_cloudwatch_log_group" "app" {
  name = "/${data.aws_partition.current.partition}/app"
}
