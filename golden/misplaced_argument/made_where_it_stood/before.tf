resource "aws_ecr_repository" "tools" {
  name         = "tools"
  scan_on_push = true # by Amazon
  force_delete = false
}

resource "aws_ecr_repository" "app" {
  name = "app"

  scan_on_push = false
}
