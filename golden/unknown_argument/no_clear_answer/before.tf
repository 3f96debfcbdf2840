resource "aws_instance" "web" {
  ami           = "ami-0abc"
  instance_type = "t3.micro"
  name          = "web" # is it a tag?
}

resource "aws_secretsmanager_secret" "db" {
  name = "db"

  rotation_rules {
    automatically_after_days = 30
  }
}

resource "aws_s3_bucket" "logs" {
  arn = "arn:aws:s3:::logs"
}
