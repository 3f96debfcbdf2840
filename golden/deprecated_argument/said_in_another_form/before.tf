terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_eks_addon" "cni" {
  cluster_name      = "main"
  addon_name        = "vpc-cni"
  resolve_conflicts = "OVERWRITE" # ours is what counts
}

resource "aws_apigatewayv2_route" "items" {
  api_id         = aws_apigatewayv2_api.items.id
  route_key      = "GET /items"
  integration_id = aws_apigatewayv2_integration.items.id
}

resource "aws_ssm_association" "scan" {
  name        = "AWS-RunPatchBaseline"
  instance_id = "i-0abc"

  parameters = {
    Operation = "Scan"
  }
}
