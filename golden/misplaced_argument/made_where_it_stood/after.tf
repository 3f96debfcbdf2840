resource "aws_ecr_repository" "tools" {
  name         = "tools"
  force_delete = false

  image_scanning_configuration {
    scan_on_push = true # by Amazon
  }
}

resource "aws_ecr_repository" "app" {
  name = "app"

  image_scanning_configuration {
    scan_on_push = false
  }
}
