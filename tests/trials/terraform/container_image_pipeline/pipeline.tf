resource "aws_ecr_repository" "app" {
  name                 = var.project
  image_tag_mutability = "IMMUTABLE"

  image_scanning_configuration {
    scan_on_push = true
  }
}

resource "aws_s3_bucket" "artifacts" {
  bucket_prefix = "${var.project}-artifacts-"
}

resource "aws_iam_role" "pipeline" {
  name = "${var.project}-pipeline"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect = "Allow"
      Action = "sts:AssumeRole"
      Principal = { Service = ["codepipeline.amazonaws.com", "codebuild.amazonaws.com"] }
    }]
  })
}

resource "aws_codestar_connections_connection" "github" {
  name          = "${var.project}-github"
  provider_type = "GitHub"
}

resource "aws_codebuild_project" "image" {
  name         = "${var.project}-image"
  service_role = aws_iam_role.pipeline.arn

  artifacts {
    type = "CODEPIPELINE"
  }

  environment {
    compute_type    = "BUILD_GENERAL1_SMALL"
    image_name = "aws/codebuild/amazonlinux2-x86_64-standard:5.0"
    type            = "LINUX_CONTAINER"
    privileged_mode = true

    environment_variables = [
      {
        name  = "REPOSITORY_URL"
        value = aws_ecr_repository.app.repository_url
      },
      {
        name  = "AWS_ACCOUNT_REGION"
        value = var.region
      }
    ]
  }

  source {
    type      = "CODEPIPELINE"
    buildspec = "buildspec.yml"
  }
}

resource "aws_codepipeline" "app" {
  name     = var.project
  role_arn = aws_iam_role.pipeline.arn

  artifact_stores {
    location = aws_s3_bucket.artifacts.bucket
    type     = "S3"
  }

  stage {
    name = "Source"

    action {
      name             = "Source"
      category         = "Source"
      owner            = "AWS"
      provider         = "CodeStarSourceConnection"
      version          = "1"
      output_artifacts = ["source"]

      configuration = {
        ConnectionArn    = aws_codestar_connections_connection.github.arn
        FullRepositoryId = var.repository
        BranchName       = var.branch
      }
    }
  }

  stage {
    name = "Build"

    action {
      name            = "Build"
      category        = "Build"
      owner           = "AWS"
      provider        = "CodeBuild"
      version         = "1"
      input_artifacts = ["source"]

      configuration = {
        ProjectName = aws_codebuild_project.image.name
      }
    }
  }
}
