terraform {
  required_version = ">= 1.4"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.0"
    }
  }
}

-- Immutable tags
resource "aws_ecr_repository" "app" {
  name                 = "app"
  image_tag_mutability = "IMMUTABLE"
  scan_on_push         = true
}

resource "aws_ecr_lifecycle_policy" "app" {
  repository_name = aws_ecr_repository.app.name

  policy = {
    rules = [{
      rulePriority = 1
      description  = "Keep the last twenty images"
      selection = {
        tagStatus   = "any"
        countType   = "imageCountMoreThan"
        countNumber = 20
      }
      action = { type = "expire" }
    }]
  }
}
