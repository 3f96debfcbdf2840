variable "trust_policy" {
  type = string
}

resource "aws_iam_role" "build" {
  name               = "build"
  assume_role_policy = var.trust_policy
}

resource "aws_codebuild_project" "app" {
  name         = "app"
  service_role = aws_iam_role.build.arn # name and ARN are both taken

  artifacts {
    type = "NO_ARTIFACTS"
  }

  environment {
    compute_type = "BUILD_GENERAL1_SMALL"
    image        = "aws/codebuild/standard:7.0"
    type         = "LINUX_CONTAINER"
  }

  source {
    type = "NO_SOURCE"
  }
}
